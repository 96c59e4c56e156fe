package tsunagu.company.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import tsunagu.company.CompanyProfile;
import tsunagu.company.OwnPageService;
import tsunagu.shared.DomainException;
import tsunagu.shared.Upload;
import tsunagu.web.RoutedRequest;
import tsunagu.web.UploadedPart;
import tsunagu.web.Web;

/** A company adds a picture to its page; it is drawn anew before it is kept. */
@WebServlet("/internal/company-picture")
@MultipartConfig(maxFileSize = UploadedPart.MOST_BYTES, maxRequestSize = UploadedPart.MOST_BYTES)
public class PictureUpload extends HttpServlet {

    @Inject
    private transient OwnPageService pages;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = request.getContextPath() + RoutedRequest.of(request).url("/company/profile");
        try {
            pages.expectPicture();
            UploadedPart.take(request, "picture", part -> {
                Upload upload = Upload.picture(part.name(), part.content());
                String alt = request.getParameter("alt");
                pages.addPicture(new CompanyProfile.Picture(
                        alt == null ? "" : alt.strip(),
                        upload.mediaType(),
                        upload.width(),
                        upload.height(),
                        upload.content()));
            });
            response.sendRedirect(Web.saved(back + "?done=picture-added#pictures"));
        } catch (DomainException e) {
            response.sendRedirect(back + "?problem=" + e.key().replaceFirst(".*[.]", "") + "#pictures");
        } catch (ConstraintViolationException noWords) {
            response.sendRedirect(back + "?problem=alt#pictures");
        }
    }
}
