package tsunagu.account.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A browser as its owner knows it: family and system, from what it says of itself (User-Agent). No version and nothing else of it: enough to
 * tell one's phone from one's desk, too little to tell people apart. Browsers name those they descend from, so the youngest is asked first.
 */
final class BrowserName {

    private static final Map<String, Pattern> FAMILIES = ordered(
            "LINE",
            "\\bLine/",
            "Edge",
            "\\bEdg(e|A|iOS)?/",
            "Samsung Internet",
            "SamsungBrowser/",
            "Opera",
            "\\bOPR/|\\bOpera",
            "Firefox",
            "\\b(Firefox|FxiOS)/",
            "Chrome",
            "\\b(Headless)?(Chrome|CriOS|Chromium)/",
            "Safari",
            "\\bVersion/.*\\bSafari/");

    private static final Map<String, Pattern> SYSTEMS = ordered(
            "iPhone",
            "\\biPhone\\b",
            "iPad",
            "\\biPad\\b",
            "Android",
            "\\bAndroid\\b",
            "Windows",
            "\\bWindows\\b",
            "ChromeOS",
            "\\bCrOS\\b",
            "macOS",
            "\\bMacintosh\\b",
            "Linux",
            "\\bLinux\\b");

    /** Nobody's browser says more that matters here. */
    private static final int LONGEST = 500;

    private BrowserName() {}

    /** @return "Chrome, Android"; "" when neither was recognised */
    static String of(String userAgent) {
        if (userAgent == null) {
            return "";
        }
        String said = userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
        Optional<String> family = first(FAMILIES, said);
        Optional<String> system = first(SYSTEMS, said);
        return family.map(each -> each + system.map(on -> ", " + on).orElse("")).orElse(system.orElse(""));
    }

    private static Optional<String> first(Map<String, Pattern> names, String said) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().matcher(said).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Pattern> ordered(String... pairs) {
        Map<String, Pattern> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], Pattern.compile(pairs[i + 1]));
        }
        return names;
    }
}
