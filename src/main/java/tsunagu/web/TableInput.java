package tsunagu.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.shared.KeptInput;

/** The table of a form: pasted, or handed over before because it is long. In pages: {@code #{tableInput}}. */
@Named("tableInput")
@RequestScoped
public class TableInput {

    @Inject
    private KeptInput inputs;

    private String text = "";
    private String kept = "";

    /**
     * What is pasted goes before what was handed over.
     *
     * @throws tsunagu.shared.DomainException when what was handed over is no longer there
     */
    public String given() {
        return isHandedOver() ? inputs.kept(kept) : text;
    }

    /**
     * Begins the work on it in the background.
     *
     * @return its code
     */
    public String begin(String kind, String about) {
        String code = isHandedOver() ? kept : inputs.keep(text);
        inputs.begin(code, kind, about);
        return code;
    }

    public boolean isHandedOver() {
        return text.isBlank() && !kept.isBlank();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text == null ? "" : text;
    }

    public String getKept() {
        return kept;
    }

    public void setKept(String kept) {
        this.kept = kept == null ? "" : kept;
    }
}
