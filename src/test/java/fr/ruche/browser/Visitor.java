package fr.ruche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser. */
public class Visitor {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Path PICTURES = Path.of("docs/images");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** What is in order is not told: its description would take longer than the checks. */
    private static final String AXE = """
            ([part, tags]) => axe.run(part, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
              .then(found => found.violations.map(rule =>
                rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.html).join(' ')))""";

    private static final List<int[]> SCREENS = List.of(new int[] {1280, 900}, new int[] {390, 844});

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(String name, BrowserContext context) {
        this.name = name;
        this.context = context;
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(this::listen);
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error")) {
            complaints.add(message.text() + " " + message.location());
        }
    }

    public String name() {
        return name;
    }

    public Page page() {
        return page;
    }

    /** Goes to an address of the product, such as {@code /}. */
    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    void signIn(String password) {
        open("/connexion");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("form:has(input[name=password]) button").click();
        page.waitForURL(url -> !url.contains("/connexion"));
    }

    /** Keeps what the person sees under {@code target/screenshots}. */
    public void screenshot(String title) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(title + ".png"))
                .setFullPage(true));
    }

    /**
     * Keeps what stands in the window as a picture of the guides. With {@code -Dguides.pictures=true} it replaces the
     * one of the same name in {@code docs/images}.
     */
    public void picture(String name) {
        page.setViewportSize(1280, 900);
        var seen = page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("guide-" + name + ".png")));
        if (Boolean.getBoolean("guides.pictures")) {
            try {
                Files.write(PICTURES.resolve(name + ".png"), seen);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** Holds the page against WCAG 2.2 AA, as far as a program can. */
    public void findsThePageAccessible() {
        findsAccessible("html");
    }

    private void findsAccessible(String part) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript() + "; 0");
        }
        var described = (List<?>) page.evaluate(AXE, List.of(part, WCAG));
        assertThat(described).as("accessibility of " + page.url()).isEmpty();
    }

    /** Holds the page as it stands now, refusals included, against WCAG and the width of a large and a small screen. */
    public void fitsEveryScreen() {
        fitsEveryScreen("html");
    }

    /** The same where only one part of the page, named by its selector, is another than when it was last held. */
    public void fitsEveryScreen(String part) {
        for (var screen : SCREENS) {
            page.setViewportSize(screen[0], screen[1]);
            findsAccessible(part);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + page.url())
                    .isEqualTo(screen[0]);
        }
    }

    /** What the browser complained about so far: errors of scripts, blocked resources. */
    public List<String> complaints() {
        return complaints;
    }

    void leave() {
        context.close();
    }
}
