"""Fine-tuning: Chinese-CLIP's parameters under their names, on Accelerate, exact to the step after any break."""
