package tsunagu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** On which phone of a door somebody is signed in: when the phone is lost, that sign-in ends and no other. Kept in the session. */
public final class PhoneMark {

    private static final String MARK = "tsunagu.phone";

    private PhoneMark() {}

    /** Without effect where nobody is signed in. @param mark null is passed over */
    public static void put(HttpServletRequest request, String mark) {
        HttpSession session = request.getSession(false);
        if (session != null && mark != null && !mark.equals(session.getAttribute(MARK))) {
            session.setAttribute(MARK, mark);
        }
    }

    public static Optional<String> of(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(MARK));
    }

    /** Knows which phones were shut out. */
    public interface Lost {

        boolean isLost(String mark);
    }
}
