/** Functions of R (base, stats) that only compute with their arguments, or show them: they call no function by name, read no file, start nothing. */
const PURE = words(`
  { ( if for while repeat break next return function <- <<- = [ [[ $ @ [<- [[<- $<- @<- ~ : + - * / ^ %% %/% %*% %in% %o% %x%
  == != < > <= >= ! & && | || xor isTRUE isFALSE switch quote substitute missing match.arg stop warning message invisible
  suppressWarnings on.exit stopifnot nargs identity force
  abs sqrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 sinh cosh tanh gamma lgamma digamma trigamma beta
  lbeta choose lchoose factorial floor ceiling round signif trunc sign sum prod mean median var sd min max range pmin pmax
  pmin.int pmax.int cumsum cumprod cummax cummin diff quantile any all which which.max which.min rev sort order rank unique
  duplicated table cut findInterval tabulate crossprod tcrossprod solve qr qr.coef qr.qty qr.resid qr.fitted qr.solve chol
  chol2inv backsolve forwardsolve svd eigen det diag t colSums rowSums colMeans rowMeans scale
  c list vector logical integer numeric double complex character raw matrix array data.frame factor levels nlevels rep
  rep.int rep_len seq seq.int seq_len seq_along length lengths nrow ncol NROW NCOL dim names colnames rownames
  dimnames cbind rbind head tail append setdiff union intersect is.element match unlist unclass unname inherits
  is.null is.na is.nan is.finite is.infinite is.numeric is.character is.logical is.integer is.double is.complex is.list
  print print.default noquote toString
  is.vector is.matrix is.array is.data.frame is.factor is.function is.environment is.character is.atomic is.object
  as.numeric as.integer as.double as.character as.logical as.vector as.matrix as.complex as.list as.factor
  names<- dim<- dimnames<- levels<- class<- attr<- attributes<- colnames<- rownames<- length<- diag<- is.na<- storage.mode<-
  class oldClass attr attributes structure typeof mode storage.mode identical all.equal ifelse nchar substr substring
  paste paste0 sprintf format formatC gettext gettextf toupper tolower trimws strsplit startsWith endsWith rev
  dnorm pnorm qnorm dbinom pbinom qbinom dpois ppois qpois dgamma pgamma qgamma dbeta pbeta qbeta dt pt qt df pf qf dchisq
  pchisq qchisq dexp pexp qexp dunif punif qunif dcauchy pcauchy qcauchy dlogis plogis qlogis dweibull pweibull qweibull
  dlnorm plnorm qlnorm dnbinom pnbinom qnbinom rnorm rbinom rpois rgamma rbeta rt rchisq rexp runif rlogis rweibull rlnorm
  fitted residuals coef model.response model.weights model.offset model.matrix split unsplit naresid napredict
  weighted.mean .approxfun .splinefun regularize.values approx spline polyroot fft convolve make.link
`);

/** Natives of the package stats that are called by the functions of its models: families, links, interpolation. */
const NATIVES = words(`
  C_logit_link C_logit_linkinv C_logit_mu_eta C_binomial_dev_resids C_ApproxTest C_Approx C_SplineCoef C_SplineEval
  C_rmultinom C_Fexact
`);

/** Functions that get at other functions by their names, or at what lies outside: nothing that only computes names them. */
const REACHING = words(`
  eval evalq eval.parent get get0 mget match.fun getFunction getExportedValue getFromNamespace getNamespace asNamespace
  loadNamespace requireNamespace attachNamespace library require do.call with within local source sys.source sys.function
  Recall Reduce Filter Map mapply lapply sapply vapply tapply apply outer rapply eapply aggregate by Vectorize environment
  as.environment environment<- as.function body<- formals<- sys.call parse str2lang str2expression assign delayedAssign
  makeActiveBinding reg.finalizer addTaskCallback setHook trace untrace tryCatch try withCallingHandlers .Primitive
  .External .External2 .C .Fortran .Internal .Call.graphics dyn.load library.dynam system system2 shell shell.exec pipe fifo
  file url gzfile bzfile xzfile unz socketConnection serverSocket readLines readline scan readRDS load attach loadRDS
  unserialize writeLines write cat sink dump dput save saveRDS file.remove unlink file.copy file.rename file.create
  dir.create Sys.setenv Sys.getenv Sys.chmod Sys.setlocale setwd quit q download.file install.packages browseURL
  mmap_real mmap_integer
`);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Whether code with these calls and names only computes. A name that is called must be known; one that is not, harmless. */
export function notPure(calls: readonly string[], names: readonly string[]): readonly string[] {
  const called = calls.filter((call) => !PURE.has(call) && !(call.startsWith('.Call ') && NATIVES.has(call.slice(6))));
  return [...new Set([...called, ...names.filter((name) => REACHING.has(name))])];
}
