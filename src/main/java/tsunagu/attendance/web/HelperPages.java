package tsunagu.attendance.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The door's own pages for helpers without an account: the same page as for who is signed in, and the one that takes an invitation. They
 * are pages of a desk, in Japanese as all of those, and hold nobody's data.
 */
@WebServlet({"/internal/helper-door", "/internal/helper-join"})
public class HelperPages extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page = request.getServletPath().endsWith("join")
                ? "/pages/event/door-join.xhtml"
                : "/pages/event/door-app.xhtml";
        request.getRequestDispatcher(page).forward(request, response);
    }
}
