package tsunagu.account.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tsunagu.account.SecondFactorService;
import tsunagu.web.QrDrawing;
import tsunagu.web.Texts;

/** What the authenticator app reads; the owner's only, and only while the first number is waited for. */
@WebServlet("/internal/factor-code")
public class FactorCode extends HttpServlet {

    @Inject
    private transient SecondFactorService factors;

    @Inject
    private transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = factors.setting(texts.of("web.portal")).address();
        response.setContentType("image/svg+xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(QrDrawing.svg(address));
    }
}
