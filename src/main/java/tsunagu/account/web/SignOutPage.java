package tsunagu.account.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import tsunagu.web.Web;

/** Ends the session on the server and asks the browser to forget what it kept. */
@Named
@RequestScoped
public class SignOutPage {

    @Inject
    private Web web;

    public void signOut() throws ServletException {
        var context = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) context.getRequest();
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        ((HttpServletResponse) context.getResponse()).setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        web.goOn(web.url("/"));
    }
}
