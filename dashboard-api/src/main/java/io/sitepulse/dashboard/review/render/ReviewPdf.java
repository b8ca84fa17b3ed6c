package io.sitepulse.dashboard.review.render;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Renders a page as PDF: A4, with embedded fonts, tagged for screen readers (PDF/UA). External
 * resources are not loaded.
 */
public final class ReviewPdf {
  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private ReviewPdf() {}

  /** Renders a well-formed page. */
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
      Fonts.addTo(builder);
      builder.run();
    }
    return out.toByteArray();
  }
}
