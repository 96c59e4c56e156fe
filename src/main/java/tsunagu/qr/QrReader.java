package tsunagu.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.teavm.jso.typedarrays.Uint8Array;

/** Reads the QR code in a picture of grey pixels, one byte each; "" means no code. */
final class QrReader {

    private QrReader() {}

    static String decode(Uint8Array grey, int width, int height) {
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
