package tsunagu.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** One person at a real browser, with cookies of their own. Words are those on screen. */
public final class Visitor implements AutoCloseable {

    private static Playwright playwright;
    private static Browser browser;

    private final TestPortal portal;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(TestPortal portal, Browser.NewContextOptions options) {
        this.portal = portal;
        this.context = browser().newContext(options.setLocale("ja-JP").setTimezoneId("Asia/Tokyo"));
        this.page = context.newPage();
        // Waiting ends with what is waited for; on a machine with other work a page may take long.
        page.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    public static Visitor onPhone(TestPortal portal) {
        return new Visitor(portal, new Browser.NewContextOptions().setViewportSize(390, 844));
    }

    public static Visitor atDesk(TestPortal portal) {
        return new Visitor(portal, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** At a desk whose browser takes a certificate that a test has made. */
    public static Visitor trusting(TestPortal portal) {
        return new Visitor(
                portal,
                new Browser.NewContextOptions().setViewportSize(1280, 900).setIgnoreHTTPSErrors(true));
    }

    public static Visitor withoutJavaScript(TestPortal portal) {
        return new Visitor(
                portal,
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    /** The network is cut for this browser, or given back. */
    public void offline(boolean cut) {
        context.setOffline(cut);
    }

    public Page page() {
        return page;
    }

    public void open(String path) {
        page.navigate(portal.url(path));
    }

    public void signIn(String email) {
        open("/sign-in");
        fill("メールアドレス", email);
        fill("パスワード", TestPortal.PASSWORD);
        press("サインインする");
        is_signed_in();
    }

    /** Fills the form for an account that is open, follows the letter's link, and is signed in. */
    public void signUp(String name, String email) {
        page.fill("#name", name);
        page.fill("#email", email);
        page.check("#consent");
        press("同意して確認のメールを受け取る");
        sees("メールを送りました");
        open(portal.link(email, "/sign-up/"));
        page.fill("#password", TestPortal.PASSWORD);
        press("アカウントを作る");
        is_signed_in();
    }

    /** The way out stands in the head of the page only for those who are in; its words stand in every page. */
    private void is_signed_in() {
        Assertions.assertThat(page.locator("a[href$='/sign-out']").count())
                .as("%s has no way out: %s", page.url(), page.title())
                .isPositive();
    }

    /** A guest who has just registered opens the link in the letter to this address and confirms. */
    public void confirm(String email) {
        sees("メールを送りました");
        open(portal.link(email, "/tickets/"));
        press("申込みを確定する");
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    /** Presses it; what cannot be taken back says first what follows, and is answered with yes. */
    public void press(String button) {
        Locator asked = page.locator(".sure > summary[aria-label=\"" + button + "\"]");
        if (asked.count() > 0) {
            asked.first().click();
            PlaywrightAssertions.assertThat(
                            page.locator(".sure[open] .sure-words p").first())
                    .not()
                    .isEmpty();
            page.locator(".sure[open] .sure-words")
                    .locator("button, input[type=submit]")
                    .first()
                    .click();
            page.waitForLoadState();
            return;
        }
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        page.waitForLoadState();
    }

    /** Fills the field and presses Enter; returns when the page that this asks for has come: what it shows may be what the page before showed. */
    public void enter(String selector, String words) {
        page.fill(selector, words);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** @param label the beginning of the field's label */
    public void fill(String label, String value) {
        field(label).fill(value);
    }

    public void choose(String label, String option) {
        field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
    }

    /** One of many, which are found by typing where there are more than one looks over ({@code finder.js}). @param value as it is sent */
    public static void pick(Page page, String id, String value) {
        Locator field = page.locator("#" + id);
        if (!"combobox".equals(field.getAttribute("role"))) {
            field.selectOption(value);
            return;
        }
        String words = page.locator("#" + id + "-choice option[value='" + value + "']")
                .textContent()
                .strip();
        field.fill(words);
        page.locator(".finder-list:not([hidden]) [role=option]")
                .getByText(words, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    public void tick(String label) {
        page.getByLabel(label).first().check();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /** Within twenty seconds: some pages answer without being loaded anew. */
    public void sees(String... words) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < deadline && !java.util.Arrays.stream(words).allMatch(text()::contains)) {
            page.waitForTimeout(100);
        }
        Assertions.assertThat(text()).contains(words);
    }

    /** Keeps a picture of the page as it is now under target/screenshots, when pictures are asked for: a tall page costs seconds to paint. */
    public void picture(String name) {
        if (!Boolean.getBoolean("tsunagu.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("tsunagu.build"), "screenshots", name + ".png")));
    }

    /** No serious accessibility fault (WCAG 2.2 AA rules of axe), no sideways scrolling, no complaint of the browser. */
    public void finds_the_page_sound() {
        // A page that has just been asked for is at first a document without any element.
        page.waitForLoadState();
        Assertions.assertThat(Examined.faults(page)).isEmpty();
        Assertions.assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s scrolls sideways", page.url())
                .isTrue();
        Assertions.assertThat(complaints).as(page.url()).isEmpty();
    }

    public Map<String, String> cookies() {
        return context.cookies().stream()
                .collect(java.util.stream.Collectors.toMap(cookie -> cookie.name, cookie -> cookie.value));
    }

    @Override
    public void close() {
        context.close();
    }

    private Locator field(String label) {
        // The pattern is run by the browser, which does not know Java's \\Q...\\E.
        String beginning = "^\\s*" + label.replaceAll("([.*+?^$(){}|\\[\\]\\\\])", "\\\\$1");
        return page.getByLabel(java.util.regex.Pattern.compile(beginning)).first();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Chromium.require();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(Chromium.start());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> playwright.close()));
        }
        return browser;
    }
}
