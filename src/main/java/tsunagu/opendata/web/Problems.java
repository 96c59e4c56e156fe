package tsunagu.opendata.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import tsunagu.shared.NotFoundException;

/**
 * What was asked wrongly, or is not there, is a problem (RFC 9457). Everything else goes on to the route filter, as from a page: a company
 * under a new address, the database away, a fault with its number. Without this, Jakarta REST would answer with the exception's message.
 */
public class Problems implements ExceptionMapper<Throwable> {

    static final String TYPE = "application/problem+json";

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof BadRequestException) {
            return problem(Response.Status.BAD_REQUEST, "Bad request", thrown.getMessage());
        }
        if (thrown instanceof NotFoundException) {
            return problem(Response.Status.NOT_FOUND, "Not found", "There is no such record.");
        }
        if (thrown instanceof jakarta.ws.rs.NotFoundException) {
            return problem(
                    Response.Status.NOT_FOUND,
                    "Not found",
                    "The lists are companies, jobs, internships, events and plan.");
        }
        throw Problems.<RuntimeException>same(thrown);
    }

    /** Checked exceptions, too, and without a wrapper: nothing here declares them. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T same(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Response problem(Response.Status status, String title, String detail) {
        return Response.status(status)
                .type(TYPE + ";charset=UTF-8")
                .entity(new ProblemAnswer("about:blank", title, status.getStatusCode(), detail))
                .build();
    }
}
