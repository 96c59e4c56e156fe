package tsunagu.seal.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import tsunagu.seal.Seals;

/** All signed ends, oldest first, one a line, and the public keys: what a newspaper, a library or a citizen may fetch every day and keep. */
@WebServlet("/internal/seals")
public class SealsText extends HttpServlet {

    @Inject
    private transient Seals seals;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        PrintWriter out = response.getWriter();
        out.print(
                "# head CHAIN DAY RECORDS LAST_HASH | KEY | SIGNATURE (Ed25519, base64, of the text before the first bar, without the space)\n");
        List<Seals.Head> heads = seals.heads();
        for (int i = heads.size() - 1; i >= 0; i--) {
            Seals.Head head = heads.get(i);
            out.print(head.text() + " | " + head.keyId() + " | " + head.signature() + "\n");
        }
        for (Seals.PublicKey key : seals.keys()) {
            out.print("\n# key " + key.keyId() + "\n" + key.pem());
        }
    }
}
