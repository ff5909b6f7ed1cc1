package fr.ruche;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.ruche.workflow.ProcessAction;
import jakarta.persistence.Entity;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The rooms of a module, and who may enter them. */
@AnalyzeClasses(packagesOf = Ruche.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theEngineIsKnownOnlyWhereBpmnMeetsCode = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule aDelegateIsAPackagePrivateProcessAction = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .beAnnotatedWith(ProcessAction.class)
            .andShould()
            .bePackagePrivate()
            .andShould()
            .resideInAPackage("..process..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyReachesIntoAnEdge = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fr.ruche..process..", "fr.ruche..web..");

    @ArchTest
    static final ArchRule transactionsBelongToTheDomain = noClasses()
            .that()
            .resideInAnyPackage("..process..", "..web..")
            .should()
            .beAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule constructorsSayWhatAClassNeeds = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule entitiesStayInside =
            classes().that(are(annotatedAsEntity())).should().notBePublic().allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatATypeIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveNameMatching(".*\\.I[A-Z][a-z]\\w*");

    @ArchTest
    static final ArchRule clocksAreInjected = fields().that()
            .haveRawType(java.time.Clock.class)
            .should()
            .notBeStatic()
            .allowEmptyShould(true);

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses ruche) {
        var packages = ruche.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        var unmarked = packages.stream()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> annotatedAsEntity() {
        return com.tngtech.archunit.base.DescribedPredicate.describe("entities", c -> c.isAnnotatedWith(Entity.class));
    }
}
