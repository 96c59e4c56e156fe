package tsunagu.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import tsunagu.shared.DomainException;
import tsunagu.shared.Words;

/** The answer where a PDF was asked for and there is none: one sentence that says why. */
public final class NoPdf {

    private NoPdf() {}

    /** 503 where the server lacks fonts, which whoever runs it can mend; 400 for every other rule. */
    public static void because(DomainException reason, HttpServletResponse response, Locale language)
            throws IOException {
        response.setStatus(
                reason.key().equals("web.error.noFont") || reason.key().equals("web.error.noLetter")
                        ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                        : HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(new MessageFormat(Words.of(reason.key(), language), language)
                        .format(reason.arguments().toArray()));
    }
}
