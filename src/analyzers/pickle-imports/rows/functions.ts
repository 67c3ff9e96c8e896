import { type AllowRow, NO_USE } from '../use.ts';
import { words } from '../words.ts';
import { TUPLE } from './examples.ts';

/** Functions of scikit-learn 1.9, and under the names of modules before 0.22, that estimators hold as parameters: scores, metrics, transformations. */
export const FUNCTION_ROWS: readonly AllowRow[] = [
  {
    // What constraints of GPyTorch compute with, and distributions of NGBoost as parameters.
    modules: ['gpytorch.utils.transforms', 'gpytorch.means.constant_mean'],
    names: ['inv_softplus', 'inv_sigmoid', '_get_inv_param_transform', '_ensure_updated_strategy_flag_set'],
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: words(`
      ngboost.distns.normal ngboost.distns.lognormal ngboost.distns.exponential ngboost.distns.poisson ngboost.distns.t
      ngboost.distns.laplace ngboost.distns.gamma ngboost.distns.cauchy
    `),
    names: words(`
      Normal NormalFixedVar NormalFixedMean LogNormal Exponential Poisson T TFixedDf TFixedDfFixedVar Laplace Gamma Cauchy
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    // Detectors hold how they compare boxes, and transforms how they find labels.
    modules: ['torchvision.ops.boxes', 'torchvision.transforms.v2._utils'],
    names: words(`
      box_iou generalized_box_iou complete_box_iou distance_box_iou box_area _find_labels_default_heuristic
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.metrics._classification', 'sklearn.metrics.classification'],
    names: words(`
      accuracy_score balanced_accuracy_score brier_score_loss class_likelihood_ratios classification_report
      cohen_kappa_score confusion_matrix d2_brier_score d2_log_loss_score f1_score fbeta_score hamming_loss
      hinge_loss jaccard_score log_loss matthews_corrcoef multilabel_confusion_matrix
      precision_recall_fscore_support precision_score recall_score zero_one_loss
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.metrics._ranking', 'sklearn.metrics.ranking'],
    names: words(`
      auc average_precision_score confusion_matrix_at_thresholds coverage_error dcg_score det_curve
      label_ranking_average_precision_score label_ranking_loss metric_at_thresholds ndcg_score
      precision_recall_curve roc_auc_score roc_curve top_k_accuracy_score
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.metrics._regression', 'sklearn.metrics.regression'],
    names: words(`
      d2_absolute_error_score d2_pinball_score d2_tweedie_score explained_variance_score max_error
      mean_absolute_error mean_absolute_percentage_error mean_gamma_deviance mean_pinball_loss
      mean_poisson_deviance mean_squared_error mean_squared_log_error mean_tweedie_deviance
      median_absolute_error r2_score root_mean_squared_error root_mean_squared_log_error
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.metrics.pairwise'],
    names: words(`
      additive_chi2_kernel check_paired_arrays check_pairwise_arrays chi2_kernel cosine_distances
      cosine_similarity distance_metrics euclidean_distances haversine_distances kernel_metrics
      laplacian_kernel linear_kernel manhattan_distances nan_euclidean_distances paired_cosine_distances
      paired_distances paired_euclidean_distances paired_manhattan_distances pairwise_distances
      pairwise_distances_argmin pairwise_distances_argmin_min pairwise_distances_chunked pairwise_kernels
      polynomial_kernel rbf_kernel sigmoid_kernel
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.feature_selection._univariate_selection', 'sklearn.feature_selection.univariate_selection'],
    names: words(`
      chi2 f_classif f_oneway f_regression r_regression
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.feature_selection._mutual_info', 'sklearn.feature_selection.mutual_info_'],
    names: words(`
      mutual_info_classif mutual_info_regression
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.metrics.cluster._supervised'],
    names: words(`
      adjusted_mutual_info_score adjusted_rand_score check_clusterings completeness_score contingency_matrix
      entropy fowlkes_mallows_score homogeneity_completeness_v_measure homogeneity_score mutual_info_score
      normalized_mutual_info_score pair_confusion_matrix rand_score v_measure_score
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.preprocessing._data'],
    names: words(`
      add_dummy_feature binarize maxabs_scale minmax_scale normalize power_transform quantile_transform
      robust_scale scale
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
  {
    modules: ['sklearn.cluster._kmeans'],
    names: words(`
      _kmeans_plusplus _kmeans_single_elkan _kmeans_single_lloyd k_means kmeans_plusplus
    `),
    uses: NO_USE,
    fires: [['REDUCE', TUPLE]],
    quiet: [],
  },
];
