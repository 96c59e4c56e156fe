package tsunagu.testing;

import com.microsoft.playwright.BrowserType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's Chromium, a Japanese font for pages and those for PDF files. As root they are installed when missing; otherwise the test fails with one
 * sentence that says what to install. Nothing is ever skipped.
 */
public final class Chromium {

    public static final Path EXECUTABLE = Path.of("/usr/bin/chromium-headless-shell");

    /** With what an auditor checks signatures (verify.sh). */
    private static final Path OPENSSL = Path.of("/usr/bin/openssl");

    private static final List<Path> FONTS = List.of(
            Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-Regular.ttf"),
            Path.of("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"),
            Path.of("/usr/share/fonts/truetype/ipamj/ipamjm.ttf"),
            Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"),
            Path.of("/usr/share/fonts/truetype/nanum/NanumGothic.ttf"),
            Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf"),
            Path.of("/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf"));

    private static final List<String> PACKAGES = List.of(
            "chromium-headless-shell",
            "openssl",
            "fonts-noto-cjk",
            "fonts-morisawa-bizud-gothic",
            "fonts-noto-core",
            "fonts-ipamj-mincho",
            "fonts-droid-fallback",
            "fonts-hanazono",
            "fonts-nanum",
            "fonts-symbola");

    /**
     * What of the browser's own window no test looks at: its bars are pages themselves since Chromium 150, painted anew for every window that a
     * visitor opens, and a renderer waits for a page that never comes. Without them a window costs half (15 windows: 9 s of processor time with,
     * 4 s without). The first names are those that Playwright turns off by itself: the last list given is the one that counts.
     */
    private static final List<String> NOT_LOOKED_AT = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "OptimizationHints",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "Translate",
            "InitialWebUI",
            "InitialWebUIMetrics",
            "PreloadTopChromeWebUI",
            "SidePanel",
            "SpareRendererForSitePerProcess",
            "WebUILocationBar",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxPopup",
            "WebUIReloadButton",
            "WebUIToolbar");

    private Chromium() {}

    /** With what every browser of the tests is started. */
    public static BrowserType.LaunchOptions start(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-features=" + String.join(",", NOT_LOOKED_AT)));
        arguments.addAll(List.of(more));
        return new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(arguments);
    }

    public static void require() {
        if (Files.isExecutable(EXECUTABLE)
                && Files.isExecutable(OPENSSL)
                && FONTS.stream().allMatch(Files::exists)) {
            return;
        }
        String sentence = "The tests need packages of Debian: apt-get install " + String.join(" ", PACKAGES);
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException(sentence);
        }
        run("apt-get", "update");
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "--no-install-recommends"));
        install.addAll(PACKAGES);
        run(install.toArray(String[]::new));
        if (!Files.isExecutable(EXECUTABLE)) {
            throw new IllegalStateException(sentence);
        }
    }

    private static void run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
