package tsunagu.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8Array;

/** Offers {@code decodeQr(grey, width, height)} to the page's scripts; grey is one byte for each pixel, "" means no code. */
public final class QrReader {

    private QrReader() {}

    @JSFunctor
    interface Decoder extends JSObject {
        String decode(Uint8Array grey, int width, int height);
    }

    @JSBody(params = "decoder", script = "self.decodeQr = decoder;")
    private static native void offer(Decoder decoder);

    /** Run once by the page. */
    public static void main(String[] args) {
        offer(QrReader::decode);
    }

    private static String decode(Uint8Array grey, int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) grey.get(i);
        }
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new Picture(pixels, width, height))))
                    .getText();
        } catch (ReaderException noCode) {
            return "";
        }
    }

    private static final class Picture extends LuminanceSource {

        private final byte[] pixels;

        Picture(byte[] pixels, int width, int height) {
            super(width, height);
            this.pixels = pixels;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] line = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            System.arraycopy(pixels, y * getWidth(), line, 0, getWidth());
            return line;
        }

        @Override
        public byte[] getMatrix() {
            return pixels;
        }
    }
}
