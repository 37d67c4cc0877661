/* proofs_json.c */
#include "check/reporting/proofs_json.h"

#include "check/reporting/report_result.h"

static void put_proof(json_t *claim, const struct proof *proof)
{
    json_t *object = json_object();
    report_put_string(object, "state", proof_state_name(proof->state));
    report_put_string(object, "why", proof->why);
    report_put_string(object, "theorem", proof->theorem);
    report_put(claim, "proof", object);
}

void proofs_json(json_t *file, const struct reading *reading, const struct certificate *certificate)
{
    json_int_t count[PROOF_STATES] = {0};
    json_t *claims = json_object_get(file, "claims"), *object = json_object();
    for (size_t n = 0; n < reading->model->claims; n++) {
        count[certificate->proof[n].state]++;
        if (certificate->proof[n].state != PROOF_NONE)
            put_proof(json_array_get(claims, n), &certificate->proof[n]);
    }
    for (enum proof_state state = PROOF_PROVED; state < PROOF_STATES; state++)
        report_put(object, proof_state_name(state), json_integer(count[state]));
    report_put_string(object, "axioms", certificate->axioms);
    report_put_string(object, "trouble", certificate->trouble);
    report_put_string(object, "unwritten", certificate->unwritten);
    report_put(file, "certificate", object);
}
