package tsunagu.web;

import jakarta.faces.component.UICommand;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;

/**
 * {@code <ts:on act="callOff" action="#{page.callOff}"/>}: stands once in a form, outside of every list, and is pressed by
 * any {@code ts:act} button of that name. It renders nothing; whom the act concerns is in the button ({@link RowAct}).
 */
public class RowActCommand extends UICommand {

    public static final String COMPONENT_TYPE = "tsunagu.RowActCommand";

    public RowActCommand() {
        setRendererType(null);
    }

    @Override
    public String getFamily() {
        return COMPONENT_TYPE;
    }

    @Override
    public void decode(FacesContext context) {
        String value = context.getExternalContext().getRequestParameterMap().get(RowAct.PARAMETER);
        Object name = getAttributes().get("act");
        if (RowAct.pressed(value).filter(parts -> parts.get(0).equals(name)).isPresent()) {
            queueEvent(new ActionEvent(context, this));
        }
    }
}
