package tsunagu.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.Languages;
import tsunagu.shared.NotFoundException;

/**
 * What the route filter found out about a request.
 *
 * @param path without the language, "/events/x"
 * @param locale one of {@link Languages#ALL}, never anything a request says
 * @param values of the route's parts in braces
 * @param readOnly true for a page whose view keeps no state: one without forms, or a form of somebody who is not signed in
 * @param form true for a page with forms, which carries what the component library needs for them
 */
public record RoutedRequest(String path, Locale locale, Map<String, String> values, boolean readOnly, boolean form) {

    private static final String ATTRIBUTE = "tsunagu.route";

    static void put(HttpServletRequest request, RoutedRequest routed) {
        request.setAttribute(ATTRIBUTE, routed);
    }

    public static RoutedRequest of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RoutedRequest routed
                ? routed
                : new RoutedRequest("/", Locale.JAPANESE, Map.of(), true, false);
    }

    RoutedRequest keepingNothing() {
        return new RoutedRequest(path, locale, values, true, form);
    }

    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new NotFoundException("route value " + name);
        }
        return value;
    }

    /** Whether the address has this part: a page that stands at two addresses. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A number in the address; anything else does not exist. */
    public long number(String name) {
        try {
            return Long.parseLong(value(name));
        } catch (NumberFormatException e) {
            throw new NotFoundException("route value " + name);
        }
    }

    /** An address of the portal in the language of this request. */
    public String url(String path) {
        return Languages.path(path, locale);
    }
}
