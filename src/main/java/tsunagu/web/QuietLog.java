package tsunagu.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * Keeps out of the log what is no failure: Faces writes a stack trace for everything that leaves a page, also for a page that is not there, a
 * form that is too old, or a database that is away. What is a failure has its line, with the incident's number, from {@link ErrorServlet}.
 */
@WebListener
public class QuietLog implements ServletContextListener {

    // kept: a logger that nobody holds may be made anew, without its filter
    private final Logger faces = Logger.getLogger("org.apache.myfaces.context.ExceptionHandlerImpl");

    private Filter before;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        before = faces.getFilter();
        faces.setFilter(each ->
                each.getThrown() == null || Failure.of(each.getThrown(), Failure.PROBLEM.status()) == Failure.PROBLEM);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        faces.setFilter(before);
    }
}
