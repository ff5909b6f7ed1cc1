package fr.ruche.identity;

import fr.ruche.common.Sentences;
import fr.ruche.review.GroupWord;
import fr.ruche.workflow.ModelWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom a task may be offered to: the groups of the roles, for the territory, the sector or the jury of the dossier. */
@Component
class GroupWords implements ModelWords {

    @Override
    public List<GroupWord> groups() {
        return List.of(
                word(Role.CONFORMITY_OFFICER.group() + "-${territory}", "territory"),
                word(Role.INSTRUCTOR.group() + "-${sector}", "sector"),
                word("${juryGroup}", "jury"),
                word(Role.JURY_MEMBER.group() + "-${territory}", "territorialJury"),
                word(Role.JURY_MEMBER.group() + "-regional", "regionalJury"),
                word(Role.CONSULTED.group() + "-*", "consulted"),
                word(Role.MANAGER.group(), "managers"));
    }

    private static GroupWord word(String name, String label) {
        return new GroupWord(name, Sentences.of("modelGroup." + label));
    }
}
