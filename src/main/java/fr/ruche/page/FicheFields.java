package fr.ruche.page;

import fr.ruche.dossier.Fiche;
import fr.ruche.programme.CallParameters;
import fr.ruche.programme.HolderKind;
import fr.ruche.programme.Scale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The fiche as the fields of its page; a field has the name that the API and the faults give it. */
@Component
public class FicheFields {

    private final CommuneField communes;
    private final Texts texts;

    FicheFields(CommuneField communes, Texts texts) {
        this.communes = communes;
        this.texts = texts;
    }

    /**
     * What the form lets choose from: {@code measures}, {@code themes}, {@code scales}, {@code kinds}; and what the
     * call asks at all.
     */
    public void addChoices(CallParameters call, Model model) {
        model.addAttribute("questions", call.questions());
        model.addAttribute("money", call.money());
        model.addAttribute("geography", call.measures().stream().anyMatch(CallParameters.Measure::priorityGeography));
        model.addAttribute("measures", CallChoices.measures(call));
        model.addAttribute("themes", CallChoices.themes(call));
        model.addAttribute("scales", texts.choices("scale", Scale.values()));
        model.addAttribute("kinds", texts.choices("holderKind", HolderKind.values()));
        model.addAttribute("yesOrNo", Choice.yesOrNo());
    }

    public Typed write(Fiche fiche) {
        var typed = Typed.empty()
                .put("measure", fiche.measure())
                .put("scale", fiche.scale())
                .put("title", fiche.title())
                .put("summary", fiche.summary())
                .put("commune", communes.shown(fiche.commune()))
                .put("neighbourhood", fiche.neighbourhood())
                .put("activityProgramme", fiche.activityProgramme())
                .put("estimatedCost", fiche.estimatedCost())
                .put("estimatedRequest", fiche.estimatedRequest())
                .put("startsOn", fiche.startsOn())
                .put("endsOn", fiche.endsOn());
        fiche.themes().forEach(theme -> typed.put("themes", theme));
        writeContact(typed, fiche.priorContact());
        writeHolder(typed, fiche.holder());
        return typed;
    }

    private static void writeContact(Typed typed, Fiche.@Nullable PriorContact contact) {
        if (contact != null) {
            typed.put("priorContact.date", contact.date()).put("priorContact.persons", contact.persons());
        }
    }

    public static void writeHolder(Typed typed, Fiche.@Nullable Organisation holder) {
        if (holder != null) {
            typed.put("holder.kind", holder.kind())
                    .put("holder.name", holder.name())
                    .put("holder.siret", holder.siret())
                    .put("holder.rna", holder.rna())
                    .put("holder.address", holder.address())
                    .put("holder.representative", holder.representative())
                    .put("holder.contactName", holder.contactName())
                    .put("holder.contactEmail", holder.contactEmail())
                    .put("holder.contactPhone", holder.contactPhone());
        }
    }

    /** @throws fr.ruche.common.Rejected naming each field that cannot be read; an empty field is no fault here */
    public Fiche read(Typed typed) {
        var fiche = new Fiche(
                typed.text("measure"),
                typed.choice("scale", Scale.class),
                typed.text("title"),
                typed.text("summary"),
                communes.read(typed, "commune"),
                typed.text("neighbourhood"),
                typed.chosen("themes"),
                holder(typed),
                new Fiche.PriorContact(typed.day("priorContact.date"), typed.text("priorContact.persons")),
                typed.yesOrNo("activityProgramme"),
                typed.euros("estimatedCost"),
                typed.euros("estimatedRequest"),
                typed.day("startsOn"),
                typed.day("endsOn"));
        typed.ifWrong();
        return fiche;
    }

    private static Fiche.Organisation holder(Typed typed) {
        return new Fiche.Organisation(
                typed.choice("holder.kind", HolderKind.class),
                typed.text("holder.name"),
                typed.text("holder.siret"),
                typed.text("holder.rna"),
                typed.text("holder.address"),
                typed.text("holder.representative"),
                typed.text("holder.contactName"),
                typed.text("holder.contactEmail"),
                typed.text("holder.contactPhone"));
    }
}
