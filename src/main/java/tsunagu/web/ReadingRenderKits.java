package tsunagu.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import java.io.Writer;
import java.util.Iterator;

/** Lets every page be written through {@link ReadingWriter}; made by Faces once, when the portal starts (faces-config.xml). */
public class ReadingRenderKits extends RenderKitFactory {

    public ReadingRenderKits(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String name, RenderKit kit) {
        getWrapped().addRenderKit(name, kit);
    }

    @Override
    public RenderKit getRenderKit(FacesContext context, String name) {
        RenderKit kit = getWrapped().getRenderKit(context, name);
        return kit == null ? null : new Kit(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class Kit extends RenderKitWrapper {

        Kit(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public ResponseWriter createResponseWriter(Writer writer, String contentTypes, String encoding) {
            return new ReadingWriter(
                    getWrapped().createResponseWriter(new BracketWriter(writer), contentTypes, encoding));
        }
    }
}
