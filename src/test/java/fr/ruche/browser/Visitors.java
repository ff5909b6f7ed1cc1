package fr.ruche.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The people of one test; each has a browser of their own, as on a machine of their own. */
public class Visitors implements CloseableResource {

    private final Browser browser;
    private final String address;
    private final List<Visitor> present = new ArrayList<>();

    Visitors(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** Somebody who has not signed in. */
    public Visitor anybody() {
        return come("anybody");
    }

    /** Somebody who has signed in with a demonstration account. */
    public Visitor signedIn(String username) {
        return signedIn(username, "demonstration");
    }

    public Visitor signedIn(String username, String password) {
        return signIn(come(username), password);
    }

    /** Somebody who has signed in with a browser that runs no JavaScript. */
    public Visitor signedInWithoutScripts(String username) {
        return signIn(come(username, options().setJavaScriptEnabled(false)), "demonstration");
    }

    private static Visitor signIn(Visitor visitor, String password) {
        visitor.signIn(password);
        return visitor;
    }

    private Visitor come(String name) {
        return come(name, options());
    }

    private Visitor come(String name, Browser.NewContextOptions options) {
        var visitor = new Visitor(name, browser.newContext(options));
        present.add(visitor);
        return visitor;
    }

    private Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 900);
    }

    void keepWhatTheySee(String test) {
        present.forEach(visitor -> visitor.screenshot("failed-" + test + "-" + visitor.name()));
    }

    @Override
    public void close() {
        present.forEach(Visitor::leave);
    }
}
