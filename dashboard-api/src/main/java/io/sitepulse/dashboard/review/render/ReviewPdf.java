package io.sitepulse.dashboard.review.render;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A page as PDF: A4, fonts inside, tagged so that it can be read aloud (PDF/UA). It loads nothing:
 * whatever a page names from elsewhere stays away.
 */
public final class ReviewPdf {
  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private ReviewPdf() {}

  /** The PDF of a well-formed page. */
  public static byte[] of(String page) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var pictures = new BatikSVGDrawer()) {
      var builder =
          new PdfRendererBuilder()
              .usePdfUaAccessibility(true)
              .withProducer("sitepulse")
              .useSVGDrawer(pictures)
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .withHtmlContent(page, null)
              .toStream(out);
      Fonts.into(builder);
      builder.run();
    }
    return out.toByteArray();
  }
}
