#include "product_team.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "panel_product.h"

enum {
    /// How many panels are taken at a time: some ten thousand multiplications, beside which taking them is nothing.
    block_panels = 2,
    /// How often the second thread looks for work before it sleeps.
    look_count = 2000,
    /// After how many products that it slept through it is woken.
    wake_count = 16,
};

struct npi_product_team {
    /// Which product it is (32 bits), the first block that nobody has taken, and the first behind those (16 each).
    _Atomic uint64_t work;
    /// How many blocks of it the second thread has finished.
    _Atomic uint32_t finished;
    /// Whether a thread is having a product made.
    atomic_flag busy;

    const float *panels, *x, *bias;
    float *y;
    size_t rows, columns, stored;

    _Atomic int is_asleep, is_over;
    int slept_through;
    pthread_mutex_t mutex;
    pthread_cond_t change;
    pthread_t thread;
};

static uint64_t packed(uint32_t number, uint32_t first, uint32_t end) {
    return (uint64_t)number << 32 | first << 16 | end;
}

static uint32_t number_of(uint64_t work) { return (uint32_t)(work >> 32); }
static uint32_t first_of(uint64_t work) { return work >> 16 & 0xFFFF; }
static uint32_t end_of(uint64_t work) { return work & 0xFFFF; }

// The part of the product that is block number `block`.
static void multiply_block(const npi_product_team *team, uint32_t block) {
    const size_t start = (size_t)block * block_panels * npi_panel_width;
    const size_t rest = team->rows - start, most = block_panels * npi_panel_width;
    npi_panel_product(
        team->panels + start * team->stored, team->x, team->bias + start, team->y + start, rest < most ? rest : most,
        team->columns, team->stored);
}

static inline void pause_briefly(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

static void sleep_until_woken(npi_product_team *team) {
    pthread_mutex_lock(&team->mutex);
    atomic_store(&team->is_asleep, 1);
    while (atomic_load(&team->is_asleep) && !atomic_load(&team->is_over)) {
        pthread_cond_wait(&team->change, &team->mutex);
    }
    pthread_mutex_unlock(&team->mutex);
}

static void *help(void *argument) {
    npi_product_team *team = argument;
    int looks = 0;
    while (!atomic_load_explicit(&team->is_over, memory_order_relaxed)) {
        uint64_t work = atomic_load_explicit(&team->work, memory_order_acquire);
        if (first_of(work) >= end_of(work)) {
            if (++looks < look_count) {
                pause_briefly();
            } else {
                sleep_until_woken(team);
                looks = 0;
            }
            continue;
        }
        looks = 0;
        // Taken in the same product that was looked at, so what describes it is whole until the block is finished.
        const uint32_t block = end_of(work) - 1;
        if (atomic_compare_exchange_weak_explicit(
                &team->work, &work, packed(number_of(work), first_of(work), block), memory_order_acq_rel,
                memory_order_relaxed)) {
            multiply_block(team, block);
            atomic_fetch_add_explicit(&team->finished, 1, memory_order_release);
        }
    }
    return NULL;
}

npi_product_team *npi_product_team_make(void) {
    npi_product_team *team = calloc(1, sizeof *team);
    if (!team) return NULL;
    atomic_flag_clear(&team->busy);
    pthread_mutex_init(&team->mutex, NULL);
    pthread_cond_init(&team->change, NULL);
    // Signals are for the threads that know what to do about them.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const int failure = pthread_create(&team->thread, NULL, help, team);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (!failure) return team;
    free(team);
    return NULL;
}

static void wake(npi_product_team *team) {
    pthread_mutex_lock(&team->mutex);
    atomic_store(&team->is_asleep, 0);
    pthread_cond_signal(&team->change);
    pthread_mutex_unlock(&team->mutex);
}

void npi_product_team_free(npi_product_team *team) {
    if (!team) return;
    atomic_store(&team->is_over, 1);
    wake(team);
    pthread_join(team->thread, NULL);
    pthread_cond_destroy(&team->change);
    pthread_mutex_destroy(&team->mutex);
    free(team);
}

void npi_product_team_multiply(
    npi_product_team *team, const float *panels, const float *x, const float *bias, float *y, size_t rows,
    size_t columns, size_t stored) {
    const size_t height = block_panels * npi_panel_width;
    const size_t count = (rows + height - 1) / height;
    if (count > 0xFFFF || atomic_flag_test_and_set_explicit(&team->busy, memory_order_acquire)) {
        npi_panel_product(panels, x, bias, y, rows, columns, stored);
        return;
    }
    if (atomic_load_explicit(&team->is_asleep, memory_order_relaxed) && ++team->slept_through >= wake_count) {
        team->slept_through = 0;
        wake(team);
    }
    team->panels = panels, team->x = x, team->bias = bias, team->y = y;
    team->rows = rows, team->columns = columns, team->stored = stored;
    atomic_store_explicit(&team->finished, 0, memory_order_relaxed);
    uint64_t work = packed(number_of(atomic_load_explicit(&team->work, memory_order_relaxed)) + 1, 0, (uint32_t)count);
    atomic_store_explicit(&team->work, work, memory_order_release);
    for (;;) {
        work = atomic_load_explicit(&team->work, memory_order_relaxed);
        if (first_of(work) >= end_of(work)) break;
        const uint32_t block = first_of(work);
        if (atomic_compare_exchange_weak_explicit(
                &team->work, &work, packed(number_of(work), block + 1, end_of(work)), memory_order_relaxed,
                memory_order_relaxed)) {
            multiply_block(team, block);
        }
    }
    const uint32_t taken = (uint32_t)count - end_of(work);
    while (atomic_load_explicit(&team->finished, memory_order_acquire) != taken) pause_briefly();
    atomic_flag_clear_explicit(&team->busy, memory_order_release);
}
