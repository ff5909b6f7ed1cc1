package fr.ruche.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.ruche.dossier.DossierNumber;

/** The page of an officer's tasks, as one ticks and presses. */
final class TaskRows {

    private TaskRows() {}

    static Locator row(Page page, DossierNumber number) {
        return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number.value()));
    }

    static Locator box(Page page, DossierNumber number) {
        return row(page, number).locator("[name=task]");
    }

    static void tick(Page page, DossierNumber number) {
        box(page, number).check();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
