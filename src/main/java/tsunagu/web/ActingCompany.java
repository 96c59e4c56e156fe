package tsunagu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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
        HttpSession session = request.getSession(false);
        return new Acting(
                session != null && session.getAttribute(CHOSEN) instanceof Long chosen ? chosen : null, false);
    }

    private static String inQuery(HttpServletRequest request) {
        Matcher stated = IN_QUERY.matcher(request.getQueryString() == null ? "" : request.getQueryString());
        return stated.find() ? stated.group(1) : null;
    }

    /** Who sends a form for a company goes on with that one. */
    static Exception during(
            CurrentActor currentActor, Acting said, HttpServletRequest request, Supplier<Exception> work) {
        if (said.stated() && said.company() != null) {
            choose(request, said.company());
        }
        return currentActor.actingFor(said, work);
    }

    static void choose(HttpServletRequest request, long company) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.setAttribute(CHOSEN, company);
        }
    }
}
