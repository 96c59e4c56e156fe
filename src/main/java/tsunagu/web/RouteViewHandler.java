package tsunagu.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Forms post back to the address the person sees, query included, not to the file behind it; and pages without forms, and
 * visitors' forms, keep no state.
 */
public class RouteViewHandler extends ViewHandlerWrapper {

    public RouteViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    /**
     * A page that keeps nothing is stateless from its very beginning: PrimeFaces looks for its nonce before the page's own
     * tags are read, and would open a session for it.
     */
    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        if (view != null && RoutedRequest.of(request).readOnly()) {
            view.setTransient(true);
        }
        return view;
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        Object address = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (address == null || !viewId.equals(context.getViewRoot().getViewId())) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return query == null ? address.toString() : address + "?" + query;
    }
}
