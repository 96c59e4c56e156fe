package tsunagu.web;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import tsunagu.shared.Readings;

/**
 * Makes ruby of the signs of {@link Readings} wherever a page shows text. Where there are only plain letters the reading is put in brackets
 * when people look at them (buttons, choices of a list) and taken away otherwise (title, names for screen readers). Every page is written
 * through it, so no page has to know which texts have readings.
 */
final class ReadingWriter extends ResponseWriterWrapper {

    /** What is in them is text for the browser, and an element there would be shown as its letters or break it. */
    private static final Set<String> PLAIN = Set.of("title", "option", "textarea", "script", "style", "text");

    private String inside;

    ReadingWriter(ResponseWriter wrapped) {
        super(wrapped);
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
        return new ReadingWriter(getWrapped().cloneWithWriter(new BracketWriter(writer)));
    }

    @Override
    public void startElement(String name, UIComponent component) throws IOException {
        if (inside == null && PLAIN.contains(name)) {
            inside = name;
        }
        super.startElement(name, component);
    }

    @Override
    public void endElement(String name) throws IOException {
        super.endElement(name);
        if (name.equals(inside)) {
            inside = null;
        }
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
        super.writeAttribute(
                name, value instanceof String words && Readings.in(words) ? plain(name, words) : value, property);
    }

    @Override
    public void writeText(Object text, String property) throws IOException {
        writeText(text, null, property);
    }

    @Override
    public void writeText(Object text, UIComponent component, String property) throws IOException {
        String words = text.toString();
        if (!Readings.in(words)) {
            super.writeText(text, component, property);
        } else if (inside != null) {
            super.writeText(
                    inside.equals("option") ? Readings.inBrackets(words) : Readings.without(words),
                    component,
                    property);
        } else {
            ruby(words);
        }
    }

    @Override
    public void writeText(char[] text, int from, int length) throws IOException {
        writeText(new String(text, from, length), null, null);
    }

    /** A name for screen readers needs no reading; what is looked at, such as the words on a button, keeps it in brackets. */
    private static String plain(String attribute, String words) {
        boolean seen = attribute.equals("value") || attribute.equals("placeholder") || attribute.startsWith("data-");
        return seen ? Readings.inBrackets(words) : Readings.without(words);
    }

    /** In one element: where a page lays out parts beside each other, a sentence stays one part. */
    private void ruby(String words) throws IOException {
        super.startElement("span", null);
        super.writeAttribute("class", "read", null);
        for (Readings.Part part : Readings.parts(words)) {
            if (part.reading() == null) {
                super.writeText(part.text(), null);
                continue;
            }
            super.startElement("ruby", null);
            super.writeText(part.text(), null);
            write("rp", "\uff08");
            write("rt", part.reading());
            write("rp", "\uff09");
            super.endElement("ruby");
        }
        super.endElement("span");
    }

    private void write(String element, String words) throws IOException {
        super.startElement(element, null);
        super.writeText(words, null);
        super.endElement(element);
    }
}
