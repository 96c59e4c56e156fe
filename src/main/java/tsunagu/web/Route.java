package tsunagu.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.shared.Actor;
import tsunagu.shared.Role;

/**
 * One address of the portal.
 *
 * @param pattern "/events/{event}"; a part in braces takes one segment and is handed to the page by its name
 * @param target what answers: a Faces page, or a servlet under /internal
 * @param roles of which one is needed; empty together with {@code signedIn == false} means anyone
 * @param signedIn true when any account will do
 * @param posts true when it accepts POST; a page that does is never kept, one that does not is stateless and cacheable
 * @param mostBytes a request may have
 * @param company a statement that finds the companies whose record the address names, by {@code :code}; "" where it names none
 */
public record Route(
        String pattern,
        String target,
        Set<Role> roles,
        boolean signedIn,
        boolean posts,
        int mostBytes,
        String company) {

    private static final Pattern PART = Pattern.compile("\\{(\\w+)\\}");

    /** Of an ordinary form: more than anybody types. */
    static final int FORM = 256 * 1024;

    /** Of a form with a field or two that comes in parts (multipart/form-data), without a file. */
    private static final int PARTS = 16 * 1024;

    /** Of a form with a pasted table. */
    private static final int TABLE = 4 * 1024 * 1024;

    /** Of a form with a file, a little more than the file may have, so that one that is too large is answered in words. */
    private static final int FILE = 20 * 1024 * 1024;

    /** A public page that only reads: no session, no cookie. */
    public static Route open(String pattern, String target) {
        return new Route(pattern, target, Set.of(), false, false, FORM, "");
    }

    /** A public page with a form. */
    public static Route openForm(String pattern, String target) {
        return new Route(pattern, target, Set.of(), false, true, FORM, "");
    }

    public static Route forRoles(String pattern, String target, Role... roles) {
        return new Route(pattern, target, Set.of(roles), true, true, FORM, "");
    }

    public static Route forAccounts(String pattern, String target) {
        return new Route(pattern, target, Set.of(), true, true, FORM, "");
    }

    /** The same for a page into which tables are pasted. */
    public Route withTable() {
        return new Route(pattern, target, roles, signedIn, posts, TABLE, company);
    }

    /** The same for an address that takes files. */
    public Route withFile() {
        return new Route(pattern, target, roles, signedIn, posts, FILE, company);
    }

    /** The same for an address that programs post a small form to, in parts or not (RFC 8058). */
    public Route inParts() {
        return new Route(pattern, target, roles, signedIn, posts, PARTS, company);
    }

    /** The same for a record of a company: whoever acts for several is led to the right one. @param found a constant */
    public Route ofCompany(String found) {
        return new Route(pattern, target, roles, signedIn, posts, mostBytes, found);
    }

    /** Every other form in parts is refused before it is read. */
    boolean takesParts() {
        return mostBytes == PARTS || mostBytes > FORM;
    }

    boolean takesFile() {
        return mostBytes == FILE;
    }

    /** A page with a form for people who are not signed in: it costs no session (see {@link FormToken}). */
    boolean formForAnybody() {
        return !signedIn && posts && target.endsWith(".xhtml");
    }

    public boolean admits(Actor actor) {
        return !signedIn || (actor.signedIn() && (roles.isEmpty() || actor.hasAny(roles)));
    }

    /** Where a request goes: its parts in braces are in the target as they were in the address, still encoded. */
    String target(Map<String, String> values) {
        return PART.matcher(target).replaceAll(part -> Matcher.quoteReplacement(values.get(part.group(1))));
    }

    /** @return the values of the parts in braces, or empty when the path is not this route's */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = List.of(pattern.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String part = wanted.get(i);
            if (part.startsWith("{")) {
                if (given.get(i).isEmpty()) {
                    return Optional.empty();
                }
                values.put(part.substring(1, part.length() - 1), given.get(i));
            } else if (!part.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
