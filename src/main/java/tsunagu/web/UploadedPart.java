package tsunagu.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import tsunagu.shared.DomainException;
import tsunagu.shared.Upload;

/**
 * The one file of a form.
 *
 * @param name as the browser called it
 */
public record UploadedPart(String name, byte[] content) {

    /** A little more than a file may have, so that one that is too large is answered in words. */
    public static final int MOST_BYTES = 4 * Upload.MOST_BYTES;

    /** @throws DomainException when there is none, or the server gave up reading it */
    public static UploadedPart of(HttpServletRequest request, String field) throws IOException {
        try {
            Part part = request.getPart(field);
            if (part == null || part.getSize() == 0) {
                throw new DomainException("web.error.fileMissing");
            }
            return new UploadedPart(part.getSubmittedFileName(), part.getInputStream().readAllBytes());
        } catch (ServletException | IllegalStateException tooLarge) {
            throw new DomainException("web.error.fileLarge", Upload.MOST_BYTES / 1024 / 1024);
        }
    }
}
