package fr.ruche.demonstration;

import fr.ruche.startup.Notice;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the console says of the demonstration. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("ruche.demonstration.enabled")
class DemonstrationNotice {

    private static final String COLUMNS = "%-14s %s";

    @Bean
    @Order(1)
    Notice whoMaySignIn() {
        var lines = DemonstrationAccounts.PEOPLE.stream()
                .map(person -> String.format(COLUMNS, person.username(), person.does()))
                .toList();
        return new Notice("Comptes de démonstration (mot de passe : " + DemonstrationAccounts.PASSWORD + ")", lines);
    }

    @Bean
    @Order(2)
    Notice whatToTryFirst() {
        return new Notice(
                "À essayer d’abord",
                List.of(
                        "1. porteur : connectez-vous, « Déposer une fiche », et déposez-la pour une commune de Lens-Liévin.",
                        "2. technicien : ouvrez Tasklist (/camunda/app/tasklist/), prenez la tâche et donnez votre avis.",
                        "3. Suivez les cinq minutes du README, jusqu’à la décision."));
    }
}
