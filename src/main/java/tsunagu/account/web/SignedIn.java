package tsunagu.account.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.web.Web;

/** Leads whoever has just given the second factor to where their work waits; in a request of its own, the first that knows their roles. */
@WebServlet("/internal/signed-in")
public class SignedIn extends HttpServlet {

    @Inject
    private transient Web web;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(web.url(web.getOwnPlace()));
    }
}
