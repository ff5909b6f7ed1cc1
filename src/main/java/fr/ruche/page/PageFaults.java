package fr.ruche.page;

import fr.ruche.common.Conflict;
import fr.ruche.common.Forbidden;
import fr.ruche.common.NotFound;
import fr.ruche.common.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** A way out of each fault that no form could show by itself. */
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFaults {

    @ExceptionHandler
    ModelAndView notFound(NotFound fault) {
        return page(HttpStatus.NOT_FOUND, fault.getMessage());
    }

    @ExceptionHandler
    ModelAndView notAnAddress(MethodArgumentTypeMismatchException fault) {
        return page(HttpStatus.NOT_FOUND, null);
    }

    @ExceptionHandler
    ModelAndView forbidden(Forbidden fault) {
        return page(HttpStatus.FORBIDDEN, fault.getMessage());
    }

    @ExceptionHandler
    ModelAndView conflict(Conflict fault) {
        return page(HttpStatus.CONFLICT, fault.getMessage());
    }

    @ExceptionHandler
    ModelAndView rejected(Rejected fault) {
        return page(HttpStatus.UNPROCESSABLE_ENTITY, fault.getMessage());
    }

    private static ModelAndView page(HttpStatus status, @Nullable String reason) {
        var page = new ModelAndView("error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("reason", reason);
        return page;
    }
}
