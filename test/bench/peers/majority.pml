/* Two servers (0, 1) and a witness-only node (2) in majority mode with remote_verify, up to K faults.
   The same rules as the simulator's, without its clock, for a side by side in one run: Spin explores every
   order of faults, of noticing and of handling, breadth first, and looks for two active servers. */

#ifndef K
#define K 2
#endif
#define N 3
/* link(i,j) for i<j: 01 -> 0, 02 -> 1, 12 -> 2 */
#define LINK(i, j) ((i) + (j) - 1)

bool up[N] = true;
bool holds[N];
bool cut[N];
bool sees[9] = true;
bool pending[9];
byte faults = 0;

#define SEES(i, j) sees[(i) * N + (j)]
#define PENDING(i, j) pending[(i) * N + (j)]
#define CONNECTED(i, j) (up[i] && up[j] && !cut[LINK(i, j)])
#define STALE(i, j) (up[i] && SEES(i, j) && !CONNECTED(i, j))

inline notice(i, j) {
  if
  :: STALE(i, j) -> SEES(i, j) = false; PENDING(i, j) = true
  :: else -> skip
  fi
}

inline stopNode(i) {
  up[i] = false;
  SEES(i, (i + 1) % N) = false;
  SEES(i, (i + 2) % N) = false;
  PENDING(i, (i + 1) % N) = false;
  PENDING(i, (i + 2) % N) = false
}

/* Node i handles the loss of j; w is the third node. */
inline handle(i, j, w) {
  PENDING(i, j) = false;
  if
  :: !SEES(i, w) -> stopNode(i); holds[i] = false                 /* 1 of 3: no quorum, fastkill */
  :: SEES(i, w) && CONNECTED(i, w) && SEES(w, j) -> skip          /* the witness says alive */
  :: SEES(i, w) && !(CONNECTED(i, w) && SEES(w, j)) ->
     if
     :: i < 2 && j < 2 && !holds[i] && (i == 0 || !SEES(1, 0)) -> holds[i] = true
     :: else -> skip
     fi
  fi
}

init {
  atomic { holds[0] = true }
end:
  do
  :: atomic { faults < K && up[0] -> faults++; stopNode(0) }
  :: atomic { faults < K && up[1] -> faults++; stopNode(1) }
  :: atomic { faults < K && up[2] -> faults++; stopNode(2) }
  :: atomic { faults < K && !cut[0] -> faults++; cut[0] = true }
  :: atomic { faults < K && !cut[1] -> faults++; cut[1] = true }
  :: atomic { faults < K && !cut[2] -> faults++; cut[2] = true }
  :: atomic {
       STALE(0, 1) || STALE(0, 2) || STALE(1, 0) || STALE(1, 2) || STALE(2, 0) || STALE(2, 1) ->
       notice(0, 1); notice(0, 2); notice(1, 0); notice(1, 2); notice(2, 0); notice(2, 1)
     }
  :: atomic { up[0] && PENDING(0, 1) -> handle(0, 1, 2) }
  :: atomic { up[0] && PENDING(0, 2) -> handle(0, 2, 1) }
  :: atomic { up[1] && PENDING(1, 0) -> handle(1, 0, 2) }
  :: atomic { up[1] && PENDING(1, 2) -> handle(1, 2, 0) }
  :: atomic { up[2] && PENDING(2, 0) -> handle(2, 0, 1) }
  :: atomic { up[2] && PENDING(2, 1) -> handle(2, 1, 0) }
  od
}

#define SETTLED (!(pending[1] || pending[2] || pending[3] || pending[5] || pending[6] || pending[7]) && \
  !(STALE(0, 1) || STALE(0, 2) || STALE(1, 0) || STALE(1, 2) || STALE(2, 0) || STALE(2, 1)))

ltl safe { [] !(SETTLED && up[0] && up[1] && holds[0] && holds[1]) }
