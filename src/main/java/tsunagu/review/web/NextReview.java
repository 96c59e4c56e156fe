package tsunagu.review.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.desk.Asked;
import tsunagu.review.ReviewList;
import tsunagu.web.Web;

/** Leads to what has waited longest, whatever kind it is; to the list when nothing waits. What was done before is told there. */
@WebServlet("/internal/review-next")
public class NextReview extends HttpServlet {

    @Inject
    private transient ReviewList reviews;

    @Inject
    private transient Web web;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = reviews.find(Asked.nothing(), "").rows().stream()
                .map(ReviewList.Row::path)
                .findFirst()
                .orElse("/staff/review");
        String address = web.url(path) + (web.getDone().isEmpty() ? "" : "?done=" + web.getDone());
        response.sendRedirect(web.isSaved() ? Web.saved(address) : address);
    }
}
