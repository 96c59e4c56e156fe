package tsunagu.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;

/** Remembers that a button of the form that came back was answered by something ({@link UnansweredPost}). */
public class Pressed implements ActionListener {

    private static final String ANSWERED = Pressed.class.getName();

    private final ActionListener wrapped;

    public Pressed(ActionListener wrapped) {
        this.wrapped = wrapped;
    }

    @Override
    public void processAction(ActionEvent event) {
        FacesContext.getCurrentInstance().getExternalContext().getRequestMap().put(ANSWERED, true);
        wrapped.processAction(event);
    }

    static boolean answered(FacesContext context) {
        return context.getExternalContext().getRequestMap().containsKey(ANSWERED);
    }
}
