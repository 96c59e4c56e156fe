package tsunagu.web;

import jakarta.faces.application.ViewExpiredException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import tsunagu.shared.DatabaseAwayException;
import tsunagu.shared.NotFoundException;

/** The kinds of failure a person can be told about; each has an HTTP status and a page of its own. */
enum Failure {
    BAD_REQUEST(400, "badRequest"),
    NOT_FOUND(404, "notFound"),
    FORBIDDEN(403, "forbidden"),
    METHOD(405, "notFound"),
    /** More was sent than the address takes. */
    TOO_LARGE(413, "tooLarge"),
    /** Sent in a shape the address does not read. */
    UNREADABLE(422, "unreadable"),
    /** Asked too often; said together with how long to wait. */
    TOO_MANY(429, "tooMany"),
    /** The form's page is gone from the server: too old, or its session ended. */
    EXPIRED(409, "expired"),
    /** The browser keeps no cookies, so nobody can tell that the form was opened in it. A status of its own: it is told by that alone. */
    NO_COOKIES(428, "noCookies"),
    /** The form was opened for a company that its sender has left. A status of its own for the same reason. */
    LEFT_COMPANY(412, "leftCompany"),
    UNAVAILABLE(503, "unavailable"),
    /** The portal was started a moment ago and is not open yet. */
    OPENING(503, "opening"),
    PROBLEM(500, "problem");

    private final int status;
    private final String key;

    Failure(int status, String key) {
        this.status = status;
        this.key = key;
    }

    int status() {
        return status;
    }

    /** Part of the message keys "web.error.*.title" and "web.error.*.text". */
    String key() {
        return key;
    }

    /** @param cause what was thrown, or null when only a status is known */
    static Failure of(Throwable cause, int status) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof NotFoundException) {
                return NOT_FOUND;
            }
            if (each instanceof RefusedRequest refused) {
                return refused.kind();
            }
            // The nonce that PrimeFaces asks back is no longer the page's, or was made up.
            if (each instanceof ViewExpiredException
                    || each.getClass().getName().equals("org.primefaces.csp.CspException")) {
                return EXPIRED;
            }
            if (each instanceof NoRoomException || each instanceof DatabaseAwayException || databaseAway(each)) {
                return UNAVAILABLE;
            }
        }
        for (Failure kind : values()) {
            if (kind.status == status) {
                return kind;
            }
        }
        return PROBLEM;
    }

    /** SQLSTATE 08 connection, 53 resources, 57P shut down; and the server's own words when none is to be had. */
    private static boolean databaseAway(Throwable cause) {
        if (cause instanceof SQLTransientException) {
            return true;
        }
        if (cause instanceof SQLException sql && sql.getSQLState() != null) {
            return sql.getSQLState().matches("(08|53|57P).*");
        }
        return cause.getClass()
                .getName()
                .matches("jakarta\\.resource\\..*|.*StaleConnection.*|.*ConnectionWaitTimeout.*");
    }
}
