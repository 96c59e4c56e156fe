package tsunagu.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tsunagu.shared.Secrets;
import tsunagu.web.Route;
import tsunagu.web.Routes;

/**
 * Which pages axe has found sound in this run, so that each kind of page is examined once in each of its states and at each width. axe
 * reads a page's structure and colours; of its words it asks only whether there are any.
 *
 * <p>Two pages are the same to it when they are of the same route and have the same shape: which element stands in which, with its classes,
 * the state it is in, and whether it has words and a name. An error summary, an empty list, a row with a badge that was not there before or
 * a field without its label make another shape; one row more like the others does not.
 */
final class Examined {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /**
     * Of attributes that say how an element looks or what state it is in, the value counts; of those that point to another element, whether
     * it is there; of all others, whether there is one.
     */
    private static final String SHAPE =
            """
            () => {
              const pointing = /^(for|headers|list|aria-(labelledby|describedby|controls|owns|details|errormessage))$/;
              const telling = /^(class|style|role|type|lang|autocomplete|tabindex|colspan|rowspan|aria-(?!label$).*)$/;
              const ids = new Map();
              document.querySelectorAll('[id]').forEach(e => ids.set(e.id, (ids.get(e.id) || 0) + 1));
              const shape = element => {
                let own = element.localName;
                for (const each of element.attributes) {
                  // the language a page is in is no shape; that it says one is
                  if (element === document.documentElement && each.name === 'lang' && each.value !== '') { own += ' lang'; continue; }
                  const value = each.value.trim();
                  own += ' ' + each.name + '=';
                  if (pointing.test(each.name)) own += value.split(/\\s+/).every(id => ids.has(id));
                  else if (telling.test(each.name)) own += value;
                  else if (each.name === 'id') own += value.replace(/[0-9]+/g, '#') + (ids.get(value) > 1 ? ' twice' : '');
                  else own += value !== '';
                }
                if (element.matches('input,select,textarea,button')) own += [' ', element.disabled, element.checked, element.value !== ''];
                if ([...element.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '')) own += ' words';
                if (element.getClientRects().length === 0) own += ' unseen';
                return own + '(' + [...new Set([...element.querySelectorAll(':scope > *')].map(shape))].sort().join() + ')';
              };
              return innerWidth + shape(document.documentElement);
            }
            """;

    /** What does not hold, in words; what does is a thousand lines a page that nobody reads. */
    private static final String FAULTS =
            """
            rules => axe.run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] }).then(result =>
                result.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html).join(', ')))
            """;

    /** A file for each, for all JVMs of a run. */
    private static final Path SOUND = Path.of(System.getProperty("tsunagu.it"))
            .resolveSibling("sound")
            .resolve(System.getProperty("tsunagu.run"));

    private Examined() {}

    /** @return what axe finds wrong with the page; nothing when it has found a page like this one sound before */
    static List<String> faults(Page page) {
        Path like = SOUND.resolve(Secrets.digest(route(page.url()) + '\n' + page.evaluate(SHAPE)));
        if (Files.exists(like)) {
            return List.of();
        }
        page.evaluate(AxeBuilder.getAxeScript());
        List<?> found = (List<?>) page.evaluate(FAULTS, RULES);
        List<String> faults =
                found.stream().map(each -> page.url() + " " + each).toList();
        if (faults.isEmpty()) {
            mark(like);
        }
        return faults;
    }

    private static void mark(Path sound) {
        try {
            Files.createDirectories(SOUND);
            Files.write(sound, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first route an address is of, without its language; the address itself where there is none. */
    private static String route(String url) {
        String path = URI.create(url).getPath().replaceFirst("^/(en|easy)(?=/|$)", "");
        String asked = path.isEmpty() ? "/" : path;
        return Routes.ALL.stream()
                .map(Route::pattern)
                .filter(pattern -> asked.matches(pattern.replaceAll("\\{[^}]*}", "[^/]+")))
                .findFirst()
                .orElse(asked);
    }
}
