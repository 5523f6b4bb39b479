// Filled by the model.
