#ifndef NEXUS_COPENBLAS_SHIM_H
#define NEXUS_COPENBLAS_SHIM_H

#include <cblas.h>

// LAPACK as OpenBLAS exports it: Fortran symbols, 32-bit integers, column-major matrices.
// Declared here because LAPACKE is not part of libopenblas.

// Linear systems.
void dgetrf_(const int *m, const int *n, double *a, const int *lda, int *ipiv, int *info);
void dgetrs_(const char *trans, const int *n, const int *nrhs, const double *a, const int *lda,
             const int *ipiv, double *b, const int *ldb, int *info);

// Positive definite matrices: the Cholesky factor, and the inverse from it.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);
void dpotri_(const char *uplo, const int *n, double *a, const int *lda, int *info);

// Eigenvalues and eigenvectors.
void dsyevd_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
             double *work, const int *lwork, int *iwork, const int *liwork, int *info);
void dgeev_(const char *jobvl, const char *jobvr, const int *n, double *a, const int *lda, double *wr,
            double *wi, double *vl, const int *ldvl, double *vr, const int *ldvr, double *work,
            const int *lwork, int *info);

#endif
