package tsunagu.web;

import jakarta.servlet.http.HttpServletRequest;
import tsunagu.shared.Actor;

/** Carries who was recognised from the authentication mechanism to the filter that sets the current actor. */
public final class RequestActor {

    private static final String ACTOR = "tsunagu.actor";
    private static final String PROVED = "tsunagu.actor.proved";
    private static final String FAILURE = "tsunagu.actor.failure";

    private RequestActor() {}

    /** @param proved they have given password or passkey a short time ago */
    public static void put(HttpServletRequest request, Actor actor, boolean proved) {
        request.setAttribute(ACTOR, actor);
        request.setAttribute(PROVED, proved);
    }

    static boolean proved(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(PROVED));
    }

    /** It could not be found out who this is, because the database did not answer. */
    public static void unknown(HttpServletRequest request, RuntimeException failure) {
        request.setAttribute(FAILURE, failure);
    }

    static Actor of(HttpServletRequest request) {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        return request.getAttribute(ACTOR) instanceof Actor actor ? actor : Actor.VISITOR;
    }
}
