package tsunagu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.CurrentActor.Acting;
import tsunagu.shared.Role;

/**
 * For which company a request is, where somebody acts for several: what they chose stands in their session, and every form says for which
 * company it was opened ({@code ts:guard}), so that a second tab does nothing to another company's records. Whether they may, the company
 * room asks.
 */
final class ActingCompany {

    private static final String CHOSEN = "tsunagu.company";

    /** Name of the field, and of the parameter of forms with a file, whose fields are read later. */
    static final String FIELD = "for-company";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)" + FIELD + "=([0-9]{1,18})(?:&|$)");

    private ActingCompany() {}

    static Acting of(Route route, Actor actor, HttpServletRequest request) {
        if (!actor.hasAny(Set.of(Role.COMPANY))) {
            return new Acting(null, false);
        }
        if (request.getMethod().equals("POST")) {
            String stated = route.target().endsWith(".xhtml") ? request.getParameter(FIELD) : inQuery(request);
            if (stated != null) {
                return new Acting(NUMBER.matcher(stated).matches() ? Long.valueOf(stated) : null, true);
            }
        }
        return new Acting(chosen(request), false);
    }

    private static Long chosen(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CHOSEN) instanceof Long chosen ? chosen : null;
    }

    private static String inQuery(HttpServletRequest request) {
        Matcher stated = IN_QUERY.matcher(request.getQueryString() == null ? "" : request.getQueryString());
        return stated.find() ? stated.group(1) : null;
    }

    /**
     * The session goes on with the company for which this request was, after the company room has found that they act for it: so does who
     * sends a form, and another session's choice changes nothing here. What the request itself chose stays.
     */
    static Exception during(
            CurrentActor currentActor, Acting said, HttpServletRequest request, Supplier<Exception> work) {
        Long before = chosen(request);
        return currentActor.actingFor(said, () -> {
            Exception thrown = work.get();
            Long acted = currentActor.acted();
            if (acted != null && !acted.equals(before) && Objects.equals(before, chosen(request))) {
                choose(request, acted);
            }
            return thrown;
        });
    }

    static void choose(HttpServletRequest request, long company) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(CHOSEN, company);
        }
    }
}
