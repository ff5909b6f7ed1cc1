package fr.ruche.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class BrowserTests {

    @Test
    void thePublicReadsTheFirstPageInARealBrowser(Visitors visitors) {
        var anybody = visitors.anybody();
        var page = anybody.open("/");

        assertThat(page.locator("h1")).isVisible();
        anybody.screenshot("accueil");
        assertThat(anybody.complaints()).isEmpty();
    }
}
