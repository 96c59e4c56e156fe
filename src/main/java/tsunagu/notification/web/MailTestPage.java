package tsunagu.notification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import tsunagu.notification.MailTest;
import tsunagu.web.FormErrors;

/** The administrator tries whether letters leave. The answer is shown by the answer to the press: it is true of that moment only. */
@Named
@RequestScoped
public class MailTestPage {

    @Inject
    private MailTest test;

    @Inject
    private FormErrors errors;

    private MailTest.Answer answer;

    public void press() {
        errors.attempt(() -> answer = test.press());
    }

    /** Null before anybody pressed. */
    public MailTest.Answer getAnswer() {
        return answer;
    }
}
