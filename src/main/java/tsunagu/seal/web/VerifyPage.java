package tsunagu.seal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import tsunagu.seal.Verifier;

/** Verifies an export of the approved records in the reader's own browser. */
@Named
@RequestScoped
public class VerifyPage {

    public List<String> getWords() {
        return Verifier.SENTENCES;
    }
}
