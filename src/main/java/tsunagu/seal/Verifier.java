package tsunagu.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tsunagu.shared.Html;
import tsunagu.shared.Words;

/**
 * Verifying an export without a Unix shell: one page that does in a browser what verify.sh does. The portal shows it to everybody
 * ({@code /verify}); the export holds it as a file that needs nothing else, so that nobody has to trust the portal's own page.
 */
public final class Verifier {

    /** Names of the sentences that the script says. */
    public static final List<String> SENTENCES = List.of(
            "choose",
            "running",
            "ok",
            "broken",
            "last",
            "signatures",
            "unsigned",
            "day",
            "headHolds",
            "noHead",
            "notHere",
            "insecure",
            "noZip",
            "empty",
            "missing",
            "follows",
            "key",
            "signature",
            "headSigned",
            "headHash",
            "otherHead",
            "unreadable");

    private static final List<String> PARTS =
            List.of("title", "lead", "noScript", "files", "head", "headHint", "submit");

    private Verifier() {}

    /** The page as one file, in Japanese. @param script assets/verify.js */
    public static String document(String script) {
        String page;
        try (InputStream in = Verifier.class.getResourceAsStream("/official/verify.html")) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (String part : PARTS) {
            page = page.replace("{" + part + "}", words("seal.verify." + part));
        }
        String sentences = SENTENCES.stream()
                .map(each -> "<span hidden data-verify-word=\"" + each + "\">" + words("seal.verify.word." + each)
                        + "</span>")
                .collect(Collectors.joining("\n"));
        return page.replace("{words}", sentences).replace("{script}", script);
    }

    private static String words(String key) {
        return Html.escaped(Words.japanese(key));
    }
}
