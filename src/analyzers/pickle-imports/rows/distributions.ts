import type { AllowRow, Use } from '../use.ts';
import { words } from '../words.ts';
import { DICT, global, TUPLE, text } from './examples.ts';

const MADE: Use = { forms: ['NEWOBJ'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };
/** SciPy before 1.6 made them anew with what `__init__` takes, none of which it evaluates but names of shapes that it checks. */
const MADE_ANEW: Use = { forms: ['BUILD'], takes: ['older-state'] };

/**
 * Distributions of SciPy. Their `__setstate__` runs a text of the state: it is held to the only text that SciPy writes
 * where the program is followed (src/formats/pickle/states.ts).
 */
export const DISTRIBUTION_ROWS: readonly AllowRow[] = [
  {
    modules: ['scipy.stats._continuous_distns', 'scipy.stats._discrete_distns'],
    names: words(`
      alpha_gen anglit_gen arcsine_gen argus_gen beta_gen betaprime_gen bradford_gen burr12_gen burr_gen cauchy_gen
      chi2_gen chi_gen cosine_gen crystalball_gen dgamma_gen dpareto_lognorm_gen dweibull_gen erlang_gen expon_gen
      exponnorm_gen exponpow_gen exponweib_gen f_gen fatiguelife_gen fisk_gen foldcauchy_gen foldnorm_gen gamma_gen
      gausshyper_gen genexpon_gen genextreme_gen gengamma_gen genhalflogistic_gen genhyperbolic_gen geninvgauss_gen
      genlogistic_gen gennorm_gen genpareto_gen gibrat_gen gilbrat_gen gompertz_gen gumbel_l_gen gumbel_r_gen
      halfcauchy_gen halfgennorm_gen halflogistic_gen halfnorm_gen hypsecant_gen invgamma_gen invgauss_gen
      invweibull_gen irwinhall_gen jf_skew_t_gen johnsonsb_gen johnsonsu_gen kappa3_gen kappa4_gen ksone_gen kstwo_gen
      kstwobign_gen landau_gen laplace_asymmetric_gen laplace_gen levy_gen levy_l_gen levy_stable_gen loggamma_gen
      logistic_gen loglaplace_gen lognorm_gen lomax_gen maxwell_gen mielke_gen moyal_gen nakagami_gen ncf_gen nct_gen
      ncx2_gen norm_gen norminvgauss_gen pareto_gen pearson3_gen powerlaw_gen powerlognorm_gen powernorm_gen
      rayleigh_gen rdist_gen recipinvgauss_gen reciprocal_gen loguniform_gen rel_breitwigner_gen rice_gen rv_histogram
      semicircular_gen skewcauchy_gen skewnorm_gen studentized_range_gen t_gen trapezoid_gen trapz_gen triang_gen
      truncexpon_gen truncnorm_gen truncpareto_gen truncweibull_min_gen tukeylambda_gen uniform_gen vonmises_gen
      wald_gen weibull_max_gen weibull_min_gen wrapcauchy_gen bernoulli_gen betabinom_gen betanbinom_gen binom_gen
      boltzmann_gen dlaplace_gen geom_gen hypergeom_gen logser_gen nbinom_gen nchypergeom_fisher_gen
      nchypergeom_wallenius_gen nhypergeom_gen planck_gen poisson_binom_gen poisson_gen randint_gen skellam_gen
      yulesimon_gen zipf_gen zipfian_gen
    `),
    uses: [MADE, FILLED, MADE_ANEW],
    fires: [
      ['NEWOBJ', text('x')],
      ['REDUCE', TUPLE],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['scipy.stats._distn_infrastructure'],
    names: ['rv_sample'],
    uses: [MADE, FILLED],
    elseDenied: true,
    fires: [
      ['REDUCE', TUPLE],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
  {
    modules: ['scipy.stats._distn_infrastructure', 'scipy.stats._multivariate', 'scipy.stats._covariance'],
    names: words(`
      rv_frozen rv_continuous_frozen rv_discrete_frozen _PSD multi_rv_frozen dirichlet_frozen dirichlet_gen
      dirichlet_multinomial_frozen dirichlet_multinomial_gen invwishart_frozen invwishart_gen matrix_normal_frozen
      matrix_normal_gen matrix_t_frozen matrix_t_gen multinomial_frozen multinomial_gen multivariate_hypergeom_frozen
      multivariate_hypergeom_gen multivariate_normal_frozen multivariate_normal_gen multivariate_t_frozen
      multivariate_t_gen normal_inverse_gamma_frozen normal_inverse_gamma_gen ortho_group_frozen ortho_group_gen
      random_correlation_frozen random_correlation_gen random_table_frozen random_table_gen special_ortho_group_frozen
      special_ortho_group_gen uniform_direction_frozen uniform_direction_gen unitary_group_frozen unitary_group_gen
      vonmises_fisher_frozen vonmises_fisher_gen wishart_frozen wishart_gen CovViaCholesky CovViaDiagonal
      CovViaEigendecomposition CovViaPSD CovViaPrecision
    `),
    uses: [MADE, FILLED],
    fires: [
      ['NEWOBJ', global('a.b')],
      ['BUILD', TUPLE],
    ],
    quiet: [['NEWOBJ'], ['BUILD', DICT]],
  },
];
