package tsunagu.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;

/**
 * A button that is not on the page any more when its form comes back, because what it was about is in another state by then, is
 * pressed in vain: Faces renders the page again without a word. Here it gets the word.
 */
public class UnansweredPost implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        boolean unanswered = context.isPostback()
                && !context.getResponseComplete()
                && !context.getPartialViewContext().isAjaxRequest()
                && !Pressed.answered(context);
        if (!unanswered) {
            return;
        }
        FormErrors errors = CDI.current().select(FormErrors.class).get();
        if (errors.isNone()) {
            errors.add("", CDI.current().select(Texts.class).get().of("web.error.conflict"));
        }
    }

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }
}
