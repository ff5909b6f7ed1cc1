package fr.ruche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Camunda Tasklist, as an officer uses it: find the task of a dossier, claim it, fill its form, complete it. */
class Tasklist {

    private static final String SEARCH = """
            [{"type":"processInstanceBusinessKey","operator":"eq","value":"%s","name":""}]""";

    private final Page page;

    private Tasklist(Page page) {
        this.page = page;
    }

    /** Opens the task on which the dossier waits, among those that this officer may see, and claims it. */
    static Tasklist take(Visitor officer, String dossier) {
        var tasklist = search(officer, dossier);
        tasklist.tasks().first().click();
        tasklist.page
                .getByText("Prendre en charge", new Page.GetByTextOptions().setExact(true))
                .click();
        tasklist.form().waitFor();
        return tasklist;
    }

    /** The same for a task that is in the officer's hands already. */
    static Tasklist open(Visitor officer, String dossier) {
        var tasklist = search(officer, dossier);
        tasklist.tasks().first().click();
        tasklist.form().waitFor();
        return tasklist;
    }

    static Tasklist search(Visitor officer, String dossier) {
        var query = URLEncoder.encode(SEARCH.formatted(dossier), StandardCharsets.UTF_8);
        var page = officer.open("/camunda/app/tasklist/default/#/?searchQuery=" + query);
        page.reload();
        page.locator("section.tasks-list").waitFor();
        return new Tasklist(page);
    }

    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    Locator form() {
        return page.locator(".fjs-form");
    }

    Tasklist choose(String answer) {
        form().getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    /** Types key by key, without a pause, over whatever is there. */
    Tasklist type(String label, String text) {
        var field = form().getByLabel(label);
        field.click();
        field.press("Control+A");
        field.pressSequentially(text);
        return this;
    }

    /** Clicks « Terminer » at once. */
    void complete() {
        var answer = submit();
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** Clicks « Terminer » at once, to be refused; the sentence that the server answers. */
    String completeInVain() {
        var answer = submit();
        assertThat(answer.status()).isEqualTo(400);
        return answer.text();
    }

    private Response submit() {
        var complete = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Terminer").setExact(true));
        return page.waitForResponse(response -> response.url().endsWith("/submit-form"), complete::click);
    }
}
