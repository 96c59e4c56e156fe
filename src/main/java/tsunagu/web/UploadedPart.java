package tsunagu.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import tsunagu.shared.DomainException;
import tsunagu.shared.Turnstile;
import tsunagu.shared.Upload;

/**
 * The one file of a form.
 *
 * @param name as the browser called it
 */
public record UploadedPart(String name, byte[] content) {

    /** A little more than a file may have, so that one that is too large is answered in words. */
    public static final int MOST_BYTES = Upload.MOST_PICTURE_BYTES + Upload.MOST_BYTES;

    /** Files in memory at once: what came in, what is made of it and what the database driver copies are some 20 MB for each, at most 30. */
    private static final Turnstile HANDS = new Turnstile(8, 24, Duration.ofSeconds(30));

    /**
     * Hands the file to what is to be done with it. The server has put it on the disk; it is in memory only while its turn lasts.
     * Who may not do it at all has been refused before: here the body of the request is read.
     *
     * @throws DomainException when there is none, it is too large, too many are being worked on; and what the work throws
     */
    public static void take(HttpServletRequest request, String field, Consumer<UploadedPart> work) throws IOException {
        Part part = part(request, field);
        HANDS.pass(() -> {
            work.accept(new UploadedPart(part.getSubmittedFileName(), read(part)));
            return null;
        });
    }

    private static Part part(HttpServletRequest request, String field) throws IOException {
        Part part;
        try {
            part = request.getPart(field);
        } catch (ServletException | IllegalStateException tooLarge) {
            throw tooLarge();
        }
        if (part == null || part.getSize() == 0) {
            throw new DomainException("web.error.fileMissing");
        }
        if (part.getSize() > Upload.MOST_PICTURE_BYTES) {
            throw tooLarge();
        }
        return part;
    }

    private static DomainException tooLarge() {
        return new DomainException("web.error.fileLarge", Upload.MOST_PICTURE_BYTES / 1024 / 1024);
    }

    private static byte[] read(Part part) {
        try (var in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
