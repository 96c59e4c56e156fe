package tsunagu.qr;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Uint8Array;
import tsunagu.shared.CheckedDigits;
import tsunagu.shared.FoldedName;
import tsunagu.shared.ReadTicket;

/** What the door's modules import from here ({@code assets/door/portal.js}); called with the types of the page. */
public final class OnPhone {

    private OnPhone() {}

    /** The compiler asks for one. */
    public static void main(String[] args) {}

    @JSBody(params = "text", script = "return text.normalize('NFKC');")
    private static native String nfkc(String text);

    /** @param grey one byte for each pixel @return "" when there is no code in it */
    @JSExport
    public static String decodeQr(Uint8Array grey, int width, int height) {
        return QrReader.decode(grey, width, height);
    }

    /** @see ReadTicket#in */
    @JSExport
    public static String ticket(String read) {
        return ReadTicket.inNormalized(nfkc(read));
    }

    /** @see CheckedDigits#in */
    @JSExport
    public static String digits(String text) {
        return CheckedDigits.inNormalized(ticket(text));
    }

    /** @see CheckedDigits#plausible */
    @JSExport
    public static boolean plausible(String digits) {
        return CheckedDigits.plausible(digits);
    }

    /** @see FoldedName#enough */
    @JSExport
    public static boolean enough(String folded) {
        return FoldedName.enough(folded);
    }

    /** @see FoldedName#of */
    @JSExport
    public static String folded(String name) {
        return FoldedName.ofNormalized(nfkc(name));
    }
}
